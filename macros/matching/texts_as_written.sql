{#-
    What people write for an e-mail address or telephone number that is not valid, as it is compared: a mapping of the kind to the
    expression over `email_raw` or `phone_raw`.
-#}
{% macro texts_as_written() -%}
    {{ return({
        'email': "replace(" ~ firstparty.latin_text('email_raw') ~ ", ' ', '')",
        'phone': "right("
            ~ firstparty.replace_pattern(firstparty.latin_text('phone_raw'), '[^0-9]+', '') ~ ", 10)",
    }) }}
{%- endmacro %}
