-- One row per person: whether an identifier of the person stands on the suppression list, and
-- whether the person is a minor. The list holds keyed hashes of two forms of an e-mail address;
-- the second catches a variant spelling of the same mailbox. An objection or opt-out suppresses
-- marketing, and everything in this layer is marketing.
with

persons as (
    select * from {{ ref('persons') }}
),

person_identifiers as (
    select * from {{ ref('person_identifiers') }}
),

suppressed_identifiers as (
    select * from {{ ref('suppressed_identifiers') }}
),

customer_profiles as (
    select * from {{ ref('customer_profiles') }}
),

identifier_forms as (
    select
        person_id,
        identifier_type,
        identifier_hash
    from person_identifiers
    union all
    select
        person_id,
        'email_google' as identifier_type,
        keyed_hash('email_google:' || {{ firstparty.suppression_email_form('identifier_value') }})
            as identifier_hash
    from person_identifiers
    where identifier_type = 'email'
),

suppressed_persons as (
    select
        identifier_forms.person_id,
        max(case when suppressed_identifiers.is_erased then 1 else 0 end) as erasure_count,
        max(case when suppressed_identifiers.is_objected then 1 else 0 end) as objection_count
    from identifier_forms
    inner join suppressed_identifiers
        on
            identifier_forms.identifier_type = suppressed_identifiers.identifier_type
            and identifier_forms.identifier_hash = suppressed_identifiers.identifier_hash
    group by identifier_forms.person_id
),

int_activation__persons_screened as (
    select
        persons.person_id,
        coalesce(suppressed_persons.erasure_count, 0) = 1 as is_erased,
        coalesce(suppressed_persons.objection_count, 0) = 1 as is_objected,
        coalesce(customer_profiles.is_minor, false) as is_minor
    from persons
    left join suppressed_persons on persons.person_id = suppressed_persons.person_id
    left join customer_profiles on persons.person_id = customer_profiles.person_id
)

select * from int_activation__persons_screened
