{#-
    Regular expression for one or more titles in front of a name, with what separates them from it. Case-insensitive.
    Words of the first list are nobody's name, and end with a mark or the text. Those of the second are initials or
    names unless a dot and a space follow: `M. Dupont`, but `M.J. Fox`. With `alone` they may also be the whole text,
    as in a salutation column. Letters outside ASCII stand in both cases, because (?i) does not fold them on Spark.
-#}
{% macro name_title_pattern(alone=false) -%}
    {%- set any_mark = firstparty.name_mark_pattern() -%}
    {%- set mark = firstparty.name_mark_pattern(dashes=false) -%}
    {%- set titles = [
        '(?:dott|dr)[.]\\s?ssa', 'sig[.]\\s?(?:ra|na)', 'mr', 'mrs', 'ms', 'miss', 'mx', 'mister', 'sir', 'dame',
        'rev', 'reverend', 'professor', 'prof',
        '(?:doctor|doktor|dr)(?:[.]?\\s?(?:h[.]\\s?c|med|phil[.]|jur[.]|rer[.]\\s?nat)[.]?)*',
        'dipl[.]?[\\s-]*(?:ing|kfm|inf|psych)', 'univ[.]?[\\s-]*prof', 'herrn', 'herr', 'frau', 'fr[äÄ]ulein',
        'monsieur', 'madame', 'mademoiselle', 'mme', 'mlle', 'sr', 'sra', 'srta', 'dra', 'd[ñÑ]a', 'do[ñÑ]a',
        'se[ñÑ]orita', 'se[ñÑ]ora', 'se[ñÑ]or', 'senhora', 'senhor', 'signora', 'signorina', 'signor', 'sig',
        'dott', 'avv', 'drs', 'dhr', 'mevrouw', 'mevr', 'mw', 'meneer', 'hr', 'fru', 'fr[öÖ]ken', 'frk', 'pani'
    ] -%}
    {%- set dotted_titles = [
        'm', 'fr', 'ing', 'ir', 'mag', 'capt', 'col', 'gen', 'lt', 'maj', 'sgt', 'hon'
    ] -%}
    (?i:(?:{{ titles | join('|') }})(?:{{ mark }}{{ any_mark }}*|(?:[\x27‘’]|{{ any_mark }})*$)|(?:{{ dotted_titles | join('|') }})[.](?:\s+{{ '|$' if alone }}))+
{%- endmacro %}
