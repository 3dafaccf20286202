-- One row per person, purpose, channel and vendor that the person has refused by name, whatever
-- the purpose's own state. A destination is a vendor: its rows leave out the persons listed here.
-- A grant for one vendor only opens nothing, because the state speaks for all vendors at once.
with

person_choices as (
    select * from {{ ref('int_governance__consent_person_choices') }}
),

consent_vendor_refusals as (
    select
        person_id,
        purpose,
        channel,
        vendor,
        max(occurred_at) as refused_at
    from person_choices
    where vendor != '' and strength = 1
    group by person_id, purpose, channel, vendor
)

select * from consent_vendor_refusals
