{#-
    Names of the states of the USA and the provinces and territories of Canada (ISO 3166-2) in bare letters, with their codes.
    The order decides which name counts when a text holds several.
-#}
{% macro state_names() -%}
    {{ return({
        'alberta': 'ab', 'britishcolumbia': 'bc', 'manitoba': 'mb', 'newbrunswick': 'nb', 'newfoundlandandlabrador': 'nl',
        'northwestterritories': 'nt', 'novascotia': 'ns', 'nunavut': 'nu', 'ontario': 'on', 'princeedwardisland': 'pe',
        'quebec': 'qc', 'saskatchewan': 'sk', 'yukon': 'yt', 'alabama': 'al', 'alaska': 'ak', 'arizona': 'az',
        'arkansas': 'ar', 'california': 'ca', 'colorado': 'co', 'connecticut': 'ct', 'delaware': 'de', 'florida': 'fl',
        'georgia': 'ga', 'hawaii': 'hi', 'idaho': 'id', 'illinois': 'il', 'indiana': 'in', 'iowa': 'ia', 'kansas': 'ks',
        'kentucky': 'ky', 'louisiana': 'la', 'maine': 'me', 'maryland': 'md', 'massachusetts': 'ma', 'michigan': 'mi',
        'minnesota': 'mn', 'mississippi': 'ms', 'missouri': 'mo', 'montana': 'mt', 'nebraska': 'ne', 'nevada': 'nv',
        'newhampshire': 'nh', 'newjersey': 'nj', 'newmexico': 'nm', 'newyork': 'ny', 'northcarolina': 'nc',
        'northdakota': 'nd', 'ohio': 'oh', 'oklahoma': 'ok', 'oregon': 'or', 'pennsylvania': 'pa', 'rhodeisland': 'ri',
        'southcarolina': 'sc', 'southdakota': 'sd', 'tennessee': 'tn', 'texas': 'tx', 'utah': 'ut', 'vermont': 'vt',
        'virginia': 'va', 'washington': 'wa', 'westvirginia': 'wv', 'wisconsin': 'wi', 'wyoming': 'wy',
    }) }}
{%- endmacro %}
