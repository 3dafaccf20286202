{#-
    The closed lists of words that consent is stated in: purposes, actions, identifier_types and rights. One place, because
    three raw entities are held to them. A word outside its list stops a row in quarantine, where somebody maps it.
-#}
{% macro consent_vocabulary(kind) -%}
    {%- set vocabulary = {
        'purposes': [
            'storage_access', 'analytics', 'measurement', 'personalisation', 'profiling_ads', 'ads_first_party',
            'ads_third_party', 'ad_data_sharing', 'email_marketing', 'sms_marketing', 'push', 'sale_of_data',
            'sharing_cross_context', 'targeted_advertising', 'sensitive_data', 'ai_training', 'service',
        ],
        'actions': [
            'granted', 'denied', 'withdrawn', 'objected', 'expired', 'reinstated', 'implicit', 'acknowledged',
        ],
        'identifier_types': ['email', 'phone', 'user_id', 'anonymous_id', 'device_id'],
        'rights': [
            'access', 'rectify', 'erase', 'restrict', 'object', 'portability', 'opt_out_sale', 'limit_sensitive',
        ],
    } -%}
    {%- if kind not in vocabulary -%}
        {{ exceptions.raise_compiler_error(
            "consent_vocabulary has no list '" ~ kind ~ "' (known: " ~ vocabulary | join(', ') ~ ")"
        ) }}
    {%- endif -%}
    {{ return(vocabulary[kind]) }}
{%- endmacro %}
