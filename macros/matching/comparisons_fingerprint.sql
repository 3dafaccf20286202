{#-
    A text that is another when anything changes in how records are compared: fields, levels, bands of frequency, shares set by hand.
    What was learned for other levels is of no use.
-#}
{% macro comparisons_fingerprint() -%}
    {{ return(local_md5(tojson(
        [firstparty.comparisons(), firstparty.pair_measures(), firstparty.frequency_bands(), var('match_shares')], sort_keys=true
    ))) }}
{%- endmacro %}
