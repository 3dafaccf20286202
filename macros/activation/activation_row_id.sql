{#-
    The key of a membership: a function of destination, audience and person, so that it is the same in every build.
-#}
{% macro activation_row_id(destination, audience, person_id) -%}
    {{ firstparty.to_hex_sha256(destination ~ " || '|' || " ~ audience ~ " || '|' || " ~ person_id) }}
{%- endmacro %}
