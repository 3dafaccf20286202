{#-
    Whether the given names of two looks can be one person's: the same, a nickname, an initial, swapped with the family name, or a slip of
    one letter beside the same family name and birth date. Null where one is unknown.
-#}
{% macro given_names_agree(look, other) -%}
    (
        {{ look }}.given_canonical = {{ other }}.given_canonical
        or (
            least(length({{ look }}.given_key), length({{ other }}.given_key)) = 1
            and substr({{ look }}.given_key, 1, 1) = substr({{ other }}.given_key, 1, 1)
        )
        or ({{ look }}.given_key = {{ other }}.family_key and {{ look }}.family_key = {{ other }}.given_key)
        or (
            {{ firstparty.edit_distance(look ~ '.given_key', other ~ '.given_key') }} <= 1
            and {{ look }}.family_key = {{ other }}.family_key
            and {{ look }}.birth_key = {{ other }}.birth_key
        )
    )
{%- endmacro %}
