{#-
    Every column of a member row that leaves for a platform: the identifiers, and what travels beside them. row_hash covers these and nothing else.
-#}
{% macro payload_columns() -%}
    {{ return(firstparty.identifier_columns() + [
        'google_ad_user_data', 'google_ad_personalization', 'meta_data_processing_options',
    ]) }}
{%- endmacro %}
