{#-
    The weight of a pair in millionths of a nat: that of its pattern, adjusted for how rare the values are on which it agrees, and
    held between -8 and 12 nats. Takes the names of what has weight and home_weight of the pattern (millionths), and of what has
    both adjustments of the pair (thousandths).
-#}
{% macro pair_weight(pattern, pair) -%}
    greatest(-8000000, least(12000000, {{ firstparty.adjusted_weight(pattern, pair) }}))
{%- endmacro %}


{#-
    The weight of a pair before it is held between two ends. A rare value that a household shares, its family name say, makes
    strangers less likely, but not two of the household: it lifts the weight no higher than the odds of a match against those.
-#}
{% macro adjusted_weight(pattern, pair) -%}
    1000 * {{ pair }}.adjustment + least(
        {{ pattern }}.weight + 1000 * {{ pair }}.home_adjustment, greatest({{ pattern }}.weight, {{ pattern }}.home_weight)
    )
{%- endmacro %}
