-- One row per record: its person in the build that was last published; in the first one, in this
-- build itself. Ephemeral, so that it is read before this build publishes.
{{ config(materialized='ephemeral') }}
{% set published = firstparty.relation_before('int_governance__published_persons') -%}
with

int_governance__persons_before as (
    select
        record_id,
        person_id
    from {{ published or ref('person_records') }}
)

select * from int_governance__persons_before
