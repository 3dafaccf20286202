{#-
    A login, cookie, device id or token that means somebody; null for the words that broken tags and apps send instead of
    nothing, and for the id of all zeros that phones send when ad tracking is off. For columns of events, where such a
    value would make one visitor of everybody; the identity layer's block list refuses what is left.
-#}
{% macro known_identifier(expression) -%}
    {%- set identifier = firstparty.clean_identifier(expression) -%}
    case
        when lower({{ identifier }}) in (
            'null', '(null)', 'nil', 'none', 'nan', 'undefined', 'unknown', 'anonymous', 'n/a', '-1', '0',
            '[object object]', '(not set)', '00000000-0000-0000-0000-000000000000'
        ) then cast(null as string)
        else {{ identifier }}
    end
{%- endmacro %}
