{#-
    A text that is another when anything changes in how records are compared: fields, levels, bands of frequency, shares set by hand.
    What was learned for other levels is of no use. Vars about what is learned that cannot be meant are an error here.
-#}
{% macro comparisons_fingerprint() -%}
    {%- set level_counts = {} -%}
    {%- for field in firstparty.comparisons() -%}
        {%- do level_counts.update({field.name: field.levels | length}) -%}
    {%- endfor -%}
    {%- for field, levels in var('match_shares').items() -%}
        {%- for level, shares in levels.items() -%}
            {%- if not 1 <= level | int <= level_counts.get(field, 0) or shares.keys() | reject('in', ['m', 'h', 'n', 'u']) | list -%}
                {{ exceptions.raise_compiler_error(
                    "var match_shares: there is no field '" ~ field ~ "' with a level " ~ level ~ ", or a class is not m, h, n or u"
                ) }}
            {%- endif -%}
        {%- endfor -%}
    {%- endfor -%}
    {%- if var('match_model') not in ['keep', 'retrain'] -%}
        {{ exceptions.raise_compiler_error("var match_model is '" ~ var('match_model') ~ "': keep and retrain are known") }}
    {%- endif -%}
    {{ return(local_md5(tojson(
        [firstparty.comparisons(), firstparty.pair_measures(), firstparty.frequency_bands(), var('match_shares')], sort_keys=true
    ))) }}
{%- endmacro %}
