-- One row per upload row of Google Customer Match: one member of one list, with Google's own
-- headers. E-mail, phone and names are hashed, country and postal code are not, as Google wants
-- it. The two consent columns go to the request's consent fields (Data Manager API: adUserData,
-- adPersonalization). Diffing tools key on activation_row_id: a row that disappears is to be
-- removed; audience_changes has the identifiers for tools that cannot see that.
-- depends_on: {{ ref('activation_gate') }}
with

audience_members as (
    select * from {{ ref('audience_members') }}
),

sync_google_ads__customer_match as (
    select
        activation_row_id,
        audience,
        google_email_sha256 as {{ firstparty.header('Email') }},
        google_phone_sha256 as {{ firstparty.header('Phone') }},
        google_given_name_sha256 as {{ firstparty.header('First Name') }},
        google_family_name_sha256 as {{ firstparty.header('Last Name') }},
        google_country as {{ firstparty.header('Country') }},
        google_postal_code as {{ firstparty.header('Zip') }},
        google_ad_user_data as ad_user_data,
        google_ad_personalization as ad_personalization,
        updated_at,
        expires_at
    from audience_members
    where destination = 'google_ads_customer_match'
)

select * from sync_google_ads__customer_match
