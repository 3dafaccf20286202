{#-
    Regular expression for one suffix behind a name, without what separates it. Generation words in any case; degrees that are
    also names elsewhere (Md, Do, Ma) only as capitals or with dots. The fifth (`V`) is left out: it is an initial more often.
-#}
{% macro name_suffix_pattern() -%}
    {%- set suffixes = [
        'junior', 'senior', 'jnr', 'snr', 'jr', 'sr', 'iii', 'ii', 'iv', 'viii', 'vii', 'vi', 'ph[.]?\\s?d', 'm[.]d', 'd[.]d[.]s',
        'esquire', 'esq', 'm[.]?b[.]?a', 'll[.]?m', 'll[.]?d', 'b[.]?sc', 'm[.]?sc', 'dr', 'prof'
    ] -%}
    (?:(?i:{{ suffixes | join('|') }})|MD|DDS|CPA|RN|OBE|CBE|MBE|KBE)
{%- endmacro %}
