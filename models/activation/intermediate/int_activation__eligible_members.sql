-- One row per destination, audience and person that may be uploaded today: what the governance
-- suite judges before anything is published. Only the columns of the row's own platform are filled,
-- and only with what one strict person's own records say. activation_row_id is a function of
-- destination, audience and person, so a row keeps its key as long as the person keeps the id;
-- match_hash covers what a platform matches on, row_hash everything that is sent.
with

candidates_decided as (
    select * from {{ ref('int_activation__candidates_decided') }}
),

uploads_chosen as (
    select * from {{ ref('int_activation__uploads_chosen') }}
),

persons_hashed as (
    select * from {{ ref('int_activation__persons_hashed') }}
),

eligible_rows as (
    select
        candidates_decided.destination,
        candidates_decided.audience,
        candidates_decided.person_id,
        uploads_chosen.strict_person_id,
        {%- for column in firstparty.identifier_columns() %}
            case candidates_decided.platform
                when '{{ "google_ads" if column.startswith("google_") else "meta" }}'
                    then persons_hashed.{{ column }}
            end as {{ column }},
        {%- endfor %}
        case
            when candidates_decided.platform <> 'google_ads' then cast(null as string)
            when uploads_chosen.is_sharing_granted then 'CONSENT_GRANTED'
            else 'CONSENT_DENIED'
        end as google_ad_user_data,
        case
            when candidates_decided.platform <> 'google_ads' then cast(null as string)
            when uploads_chosen.is_targeting_granted then 'CONSENT_GRANTED'
            else 'CONSENT_DENIED'
        end as google_ad_personalization,
        case
            when candidates_decided.platform <> 'meta' then cast(null as string)
            when persons_hashed.is_californian and not uploads_chosen.has_own_consent
                then '["LDU"]'
            else '[]'
        end as meta_data_processing_options,
        persons_hashed.email_suppression_hash,
        persons_hashed.phone_suppression_hash,
        uploads_chosen.consent_basis,
        uploads_chosen.consent_evidence,
        uploads_chosen.consent_event_id,
        candidates_decided.maximum_membership_days,
        candidates_decided.removal_retention_days
    from candidates_decided
    inner join uploads_chosen
        on
            candidates_decided.destination = uploads_chosen.destination
            and candidates_decided.person_id = uploads_chosen.person_id
    inner join persons_hashed on uploads_chosen.strict_person_id = persons_hashed.strict_person_id
    where candidates_decided.decision = 'eligible'
),

int_activation__eligible_members as (
    select
        {{ firstparty.activation_row_id('destination', 'audience', 'person_id') }}
            as activation_row_id,
        destination,
        audience,
        person_id,
        strict_person_id,
        {{- firstparty.list_columns(firstparty.payload_columns()) }}
        {{ firstparty.hash_columns(firstparty.identifier_columns()) }} as match_hash,
        {{ firstparty.hash_columns(firstparty.payload_columns()) }} as row_hash,
        email_suppression_hash,
        phone_suppression_hash,
        consent_basis,
        consent_evidence,
        consent_event_id,
        {{ firstparty.as_of() }} as consent_checked_at,
        maximum_membership_days,
        removal_retention_days
    from eligible_rows
)

select * from int_activation__eligible_members
