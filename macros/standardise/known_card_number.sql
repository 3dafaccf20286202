{#-
    The number of a loyalty card that means one card; null for what tills send when there is none: the words of
    known_identifier, and one digit repeated. Used for record ids, where such a value would make one record of all
    receipts without a card; the column itself stays as delivered, and the identity layer refuses and logs the value.
-#}
{% macro known_card_number(expression) -%}
    {{ firstparty.null_if_empty(firstparty.replace_pattern(
        firstparty.known_identifier(expression),
        '^(?:0+|1+|2+|3+|4+|5+|6+|7+|8+|9+|[^\\p{N}]*)$',
        ''
    )) }}
{%- endmacro %}
