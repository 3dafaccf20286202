{#-
    The digest that a platform takes for a normalised value: lower-case hexadecimal SHA-256.
    Never hashes nothing (null and '' give null: the digest of '' would match every row that lacks the field),
    and never hashes twice (a digest passes, in lower case).
-#}
{% macro hash_once(expression) -%}
    case
        when {{ expression }} = '' then cast(null as string)
        when {{ firstparty.is_digest(expression) }} then lower({{ expression }})
        else {{ firstparty.to_hex_sha256(expression) }}
    end
{%- endmacro %}
