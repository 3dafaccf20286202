-- One row per contact whose day of creation is known: the moment somebody was first written into
-- the CRM. Contacts are facts, not events; only their creation belongs on a timeline, and later
-- changes to the contact live in the golden record. A contact without created_at has no place in
-- time and gives no row.
with contacts as (

    select * from {{ ref('stg_crm__contacts') }}

),

int_profile__events_crm as (

    select
        'crm.contacts:' || contact_id as event_id,
        'crm.contacts' as entity,
        record_id,
        'contact_created' as event_kind,
        created_at as occurred_at,
        cast(null as decimal(18, 2)) as amount,
        cast(null as string) as currency,
        'crm' as source,
        {{ firstparty.source_row_key() }} as source_row_key,
        {{ firstparty.json_object({'lifecycle_stage': 'lifecycle_stage'}) }} as properties
    from contacts
    where created_at is not null

)

select * from int_profile__events_crm
