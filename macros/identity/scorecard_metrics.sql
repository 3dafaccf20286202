{#- What identity_scorecard measures, by name, each with what it says. Those with a share are of what is named, 0 to 1. -#}
{% macro scorecard_metrics() -%}
    {{ return({
        'record_count': 'Records that are somebody\'s.',
        'person_count': 'Persons with at least one record.',
        'records_per_person': 'Records of a person on the average.',
        'greatest_record_count': 'Records of the person that has most.',
        'oversized_person_count': 'Persons with more records than var oversized_person_records.',
        'single_record_share': 'Share of persons that are one record.',
        'anonymous_share': 'Share of persons without a name, an e-mail and a phone.',
        'many_given_names_count': 'Persons with more than three given names: likely more than one person each.',
        'many_family_names_count': 'Persons with more than three family names.',
        'many_birth_dates_count': 'Persons with more than three birth dates.',
        'same_name_and_email_count': 'Names with one e-mail that are in two persons or more: likely one person each.',
        'same_name_and_phone_count': 'Names with one phone that are in two persons or more.',
        'same_name_and_address_count': 'Names at one address that are in two persons or more.',
        'kept_edge_count': 'Pairs of records with evidence inside persons.',
        'refused_edge_count': 'Pairs of records with evidence between persons, which the graph refused or cut.',
        'density': 'Share of the pairs of records inside persons that have evidence of their own.',
        'bridges_only_share': 'Share of persons of three records or more that fall apart whichever piece of evidence is wrong.',
        'weakest_link_weight': 'Weight of the weakest link that holds a record to its person.',
    }) }}
{%- endmacro %}


{#- What identity_scorecard measures where the truth is known, see var identity_truth_table. -#}
{% macro truth_metrics() -%}
    {{ return({
        'pair_precision': 'Share of the pairs of records in one person that are one person in truth.',
        'pair_recall': 'Share of the pairs of records that are one person in truth which are in one person.',
        'pair_f1': 'Harmonic mean of both.',
    }) }}
{%- endmacro %}
