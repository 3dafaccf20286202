{#-
    The weight of a pair in millionths of a nat: that of its pattern, adjusted for how rare the values are on which it agrees
    (thousandths of a nat), and held between -8 and 12 nats.
-#}
{% macro pair_weight(weight, adjustment) -%}
    greatest(-8000000, least(12000000, {{ weight }} + 1000 * {{ adjustment }}))
{%- endmacro %}
