-- One row per person: the two answers that Google asks for with every uploaded row, and whether
-- the person's row may be uploaded at all. Where Google's EU user consent policy holds (EEA, UK,
-- Switzerland, and wherever the place is unknown) both must be granted.
with

consent_state as (
    select * from {{ ref('consent_state') }}
),

signals as (
    select
        person_id,
        max(case when requires_google_signals then 1 else 0 end) = 1 as requires_google_signals,
        max(case when purpose = 'ad_data_sharing' then status end) as ad_user_data,
        max(case when purpose = 'ads_first_party' then status end) as ad_personalization
    from consent_state
    where channel = 'ads' and purpose in ('ad_data_sharing', 'ads_first_party')
    group by person_id
),

google_consent_signals as (
    select
        person_id,
        requires_google_signals,
        ad_user_data,
        ad_personalization,
        {{ firstparty.may_export_to_google(
            'requires_google_signals', 'ad_user_data', 'ad_personalization'
        ) }}
            as may_export_to_google
    from signals
)

select * from google_consent_signals
