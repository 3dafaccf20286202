-- One row per destination, audience and person that was a member in the build that was last
-- published; in the first one, that is about to be. Ephemeral, so that it is read before this build
-- publishes.
{{ config(materialized='ephemeral') }}
{% set published = firstparty.relation_before('audience_members') -%}
with

int_governance__members_before as (
    select
        destination,
        audience,
        person_id
    from {{ published or ref('int_activation__eligible_members') }}
)

select * from int_governance__members_before
