-- No staged event, ticket, response or click carries an identifier of somebody who was erased, in
-- either form of an e-mail address. Consent is left out: it stays as evidence (see
-- base_consent__events).
{% set checked_columns = [
    ('stg_web__events', 'email'),
    ('stg_web__events', 'phone'),
    ('stg_web__events', 'user_id'),
    ('stg_web__events', 'anonymous_id'),
    ('stg_app__events', 'user_id'),
    ('stg_app__events', 'device_id'),
    ('stg_email__subscribers', 'email'),
    ('stg_email__events', 'email'),
    ('stg_support__tickets', 'email'),
    ('stg_support__tickets', 'phone'),
    ('stg_support__tickets', 'user_id'),
    ('stg_survey__responses', 'email'),
    ('stg_survey__responses', 'user_id'),
    ('stg_social__mentions', 'email'),
    ('stg_ads__clicks', 'anonymous_id'),
    ('stg_ads__bought_segments', 'email'),
] %}
with

suppressed_identifiers as (
    select * from {{ ref('suppressed_identifiers') }}
),

staged_identifiers as (
    {% for model, column in checked_columns -%}
        select
            '{{ model }}' as staging_model,
            '{{ column }}' as identifier_type,
            {{ column }} as identifier_value
        from {{ ref(model) }}
        where {{ column }} is not null
        {{ "union all" if not loop.last }}
    {% endfor -%}
),

distinct_identifiers as (
    select distinct
        staging_model,
        identifier_type,
        identifier_value
    from staged_identifiers
),

hashed_identifiers as (
    select
        staging_model,
        identifier_type,
        keyed_hash(identifier_type || ':' || identifier_value) as identifier_hash
    from distinct_identifiers
    union all
    select
        staging_model,
        'email_google' as identifier_type,
        keyed_hash('email_google:' || {{ firstparty.suppression_email_form('identifier_value') }})
            as identifier_hash
    from distinct_identifiers
    where identifier_type = 'email'
)

select
    hashed_identifiers.staging_model,
    hashed_identifiers.identifier_type,
    hashed_identifiers.identifier_hash
from hashed_identifiers
inner join suppressed_identifiers
    on
        hashed_identifiers.identifier_type = suppressed_identifiers.identifier_type
        and hashed_identifiers.identifier_hash = suppressed_identifiers.identifier_hash
where suppressed_identifiers.is_erased
