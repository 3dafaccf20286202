-- Every row whose person lives where Google's EU user consent policy holds (EEA, UK, Switzerland,
-- or nobody knows where) carries both of Google's consents as granted, and governance says the
-- same of the person.
with

sync_google_ads__customer_match as (
    select * from {{ ref('sync_google_ads__customer_match') }}
),

audience_members as (
    select * from {{ ref('audience_members') }}
),

google_consent_signals as (
    select * from {{ ref('google_consent_signals') }}
)

select
    sync_google_ads__customer_match.activation_row_id,
    google_consent_signals.ad_user_data,
    google_consent_signals.ad_personalization
from sync_google_ads__customer_match
inner join audience_members
    on sync_google_ads__customer_match.activation_row_id = audience_members.activation_row_id
left join google_consent_signals on audience_members.person_id = google_consent_signals.person_id
where
    not coalesce(google_consent_signals.may_export_to_google, false)
    or (
        google_consent_signals.requires_google_signals
        and not (
            sync_google_ads__customer_match.ad_user_data = 'CONSENT_GRANTED'
            and sync_google_ads__customer_match.ad_personalization = 'CONSENT_GRANTED'
        )
    )
