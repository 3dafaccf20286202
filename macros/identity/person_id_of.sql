{#-
    A person's id: made from the tier, the record that founded the person and how many ids that record had founded before, so that it
    is the same wherever the three are.
-#}
{% macro person_id_of(evidence_tier, founder_record_id, generation) -%}
    substr({{ firstparty.to_hex_sha256(
        evidence_tier ~ " || ':' || " ~ founder_record_id ~ " || ':' || cast(" ~ generation ~ " as string)"
    ) }}, 1, 32)
{%- endmacro %}
