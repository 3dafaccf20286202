{#-
    Whether a person's row may go to Google: where its EU user consent policy holds, only with both signals granted,
    ad_user_data (purpose ad_data_sharing) and ad_personalization (purpose ads_first_party); elsewhere only unless one is denied.
    A missing answer counts as denied, an unknown place as one where the policy holds.
-#}
{% macro may_export_to_google(requires_google_signals, ad_user_data, ad_personalization) -%}
    (
        (coalesce({{ ad_user_data }}, 'denied') = 'granted' and coalesce({{ ad_personalization }}, 'denied') = 'granted')
        or (
            not coalesce({{ requires_google_signals }}, true)
            and coalesce({{ ad_user_data }}, 'granted') = 'granted'
            and coalesce({{ ad_personalization }}, 'granted') = 'granted'
        )
    )
{%- endmacro %}
