{#-
    Regular expression for one or more titles in front of a name, with what separates them from it. Case-insensitive.
    Words of the first list are nobody's name, and end with a dot, a space or the text. Those of the second are initials or
    names unless a dot and a space follow: `M. Dupont`, but `M.J. Fox`. With `alone` they may also be the whole text,
    as in a salutation column. Languages: en, de, fr, es, pt, it, nl, sv, da, no, pl, tr.
    Letters outside ASCII stand in both cases, because (?i) does not fold them on Spark.
-#}
{% macro name_title_pattern(alone=false) -%}
    {%- set titles = [
        'mr', 'mrs', 'ms', 'miss', 'mx', 'mister', 'messrs', 'sir', 'dame', 'rev', 'reverend', 'professor', 'prof', 'doctor', 'dr',
        'h\\.\\s?c', 'med', 'phil', 'rer\\.\\s?nat', 'jur', 'habil', 'dipl\\.?[\\s-]*(?:ing|kfm|inf|psych)', 'univ\\.?[\\s-]*prof',
        'herrn', 'herr', 'frau', 'fr[äÄ]ulein',
        'monsieur', 'madame', 'mademoiselle', 'mme', 'mlle', 'ma[îÎ]tre',
        'sr', 'sra', 'srta', 'sre?s', 'se[ñÑ]orita', 'se[ñÑ]ora', 'se[ñÑ]or', 'do[ñÑ]a', 'd[ñÑ]a', 'dra', 'drs', 'senhora', 'senhor',
        'signora', 'signorina', 'signor', 'sig\\.?\\s?ra', 'sig\\.?\\s?na', 'sig', 'dott\\.?\\s?ssa', 'dott', 'dr\\.?\\s?ssa', 'avv',
        'dhr', 'mevrouw', 'mevr', 'mw', 'meneer', 'hr', 'fru', 'fr[öÖ]ken', 'frk',
        'pani', 'bayan', 'say[ıI]n'
    ] -%}
    {%- set dotted_titles = ['m', 'fr', 'ing', 'ir', 'mag', 'capt', 'col', 'gen', 'lt', 'maj', 'sgt', 'cmdr', 'hon', 'd'] -%}
    (?i:(?:{{ titles | join('|') }})(?:[.]\s*|\s+|$)|(?:{{ dotted_titles | join('|') }})[.](?:\s+{{ '|$' if alone }}))+
{%- endmacro %}
