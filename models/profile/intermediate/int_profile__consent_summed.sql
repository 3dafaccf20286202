-- One row per person with any consent state: the purposes granted, and the three statuses asked
-- most. A summary to read, not to act on: activation asks governance.consent_state itself, per
-- channel. Where channels of one purpose differ, the purpose counts as denied ('denied' sorts
-- before 'granted').
with consent_state as (

    select * from {{ ref('consent_state') }}

),

by_purpose as (

    select
        person_id,
        purpose,
        min(status) as status
    from consent_state
    group by person_id, purpose

),

int_profile__consent_summed as (

    select
        person_id,
        {{ firstparty.sorted_text_list("case when status = 'granted' then purpose end") }}
            as consented_purposes,
        max(case when purpose = 'email_marketing' then status end) as email_marketing_status,
        max(case when purpose = 'ads_third_party' then status end) as ads_third_party_status,
        max(case when purpose = 'ad_data_sharing' then status end) as ad_data_sharing_status
    from by_purpose
    group by person_id

)

select * from int_profile__consent_summed
