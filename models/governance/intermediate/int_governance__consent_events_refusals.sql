-- One row per refusal of all marketing, identifier of the record that refused, and marketing
-- purpose: the "no marketing" box on a paper warranty form, and the do-not-contact flag of a CRM
-- contact. The record itself is one of the identifiers, so that a form without any address still
-- counts for the person it is later found to belong to.
with

warranty_registrations as (
    select * from {{ ref('stg_pos__warranty_registrations') }}
),

contacts as (
    select * from {{ ref('stg_crm__contacts') }}
),

purposes as (
    select * from {{ ref('purposes') }}
),

refusing_records as (
    select
        'pos.warranty_registrations' as source_system,
        record_id,
        email,
        cast(null as string) as secondary_email,
        phone,
        cast(null as string) as mobile_phone,
        registered_at as occurred_at
    from warranty_registrations
    where has_refused_marketing
    union all
    select
        'crm.contacts' as source_system,
        record_id,
        email,
        secondary_email,
        phone,
        mobile_phone,
        updated_at as occurred_at
    from contacts
    where is_do_not_contact
),

named_identifiers as (
    {% for identifier_type, column in [
        ('record_id', 'record_id'), ('email', 'email'), ('email', 'secondary_email'),
        ('phone', 'phone'), ('phone', 'mobile_phone'),
    ] -%}
        select
            source_system,
            record_id,
            occurred_at,
            '{{ column }}' as identifier_column,
            '{{ identifier_type }}' as identifier_type,
            {{ column }} as identifier_value
        from refusing_records
        where {{ column }} is not null and occurred_at is not null
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

int_governance__consent_events_refusals as (
    select
        named_identifiers.source_system,
        concat_ws(
            ':',
            named_identifiers.record_id,
            named_identifiers.identifier_column,
            purposes.purpose,
            purposes.channel
        ) as source_event_id,
        named_identifiers.identifier_type,
        named_identifiers.identifier_value,
        cast(null as string) as login_value,
        purposes.purpose,
        purposes.channel,
        'objected' as action,
        case
            when named_identifiers.source_system = 'crm.contacts' then 'agent'
            else 'form'
        end as mechanism,
        named_identifiers.occurred_at
    from named_identifiers
    inner join purposes on purposes.is_marketing
)

select * from int_governance__consent_events_refusals
