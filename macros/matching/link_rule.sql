{#-
    What the rule on links looks at in two clusters that may be one person: name and SQL over a row of links. The weights of their
    pairs, on average and at best; which share of their pairs was compared at all; and how many records the smaller one has, for a
    stray record belongs to somebody far more often than two persons with many records each are one.
-#}
{% macro link_features(links) -%}
    {{ return({
        'base': '1.0',
        'mean_weight': links ~ '.weight / (1000000.0 * ' ~ links ~ '.scored_count)',
        'best_weight': links ~ '.greatest_weight / 1000000.0',
        'compared_share': 'ln(cast(' ~ links ~ '.scored_count as double) / ('
            ~ links ~ '.left_size * ' ~ links ~ '.right_size))',
        'smaller_size': 'ln(cast(least(' ~ links ~ '.left_size, ' ~ links ~ '.right_size) as double))',
    }) }}
{%- endmacro %}


{#-
    The rule on links before any answer: for each feature of link_features its usual coefficient, and how far from it those of
    most data lie. Coarse on purpose: halves and thirds that say which way a feature speaks; answers say how much.
-#}
{% macro usual_link_rule() -%}
    {{ return({
        'base': {'mean': 0.0, 'deviation': 0.7},
        'mean_weight': {'mean': 0.5, 'deviation': 0.3},
        'best_weight': {'mean': 0.3, 'deviation': 0.3},
        'compared_share': {'mean': 0.5, 'deviation': 0.4},
        'smaller_size': {'mean': -1.0, 'deviation': 1.0},
    }) }}
{%- endmacro %}


{#- The usual coefficient of each feature as SQL, by name of the feature. -#}
{% macro usual_coefficients() -%}
    {%- set coefficients = {} -%}
    {%- for name, coefficient in firstparty.usual_link_rule().items() -%}
        {%- do coefficients.update({name: 'cast(' ~ coefficient.mean ~ ' as double)'}) -%}
    {%- endfor -%}
    {{ return(coefficients) }}
{%- endmacro %}


{#-
    How much speaks for one person in a pair of clusters, in nats: the rule on their features, and the answers about their own
    pairs. An answer that is wrong one time in twenty is worth ln(19).
-#}
{% macro link_log_odds(links, rule) -%}
    {% for name, feature in firstparty.link_features(links).items() -%}
        {{ rule }}.{{ name }} * {{ feature }} +
    {% endfor -%}
    ln(19.0) * {{ links }}.answer_balance
{%- endmacro %}


{#- A select list of expressions, given by the name that each gets. -#}
{% macro named_columns(expressions) -%}
    {%- for name, expression in expressions.items() -%}
        {{ expression }} as {{ name }}{{ ",\n        " if not loop.last }}
    {%- endfor -%}
{%- endmacro %}
