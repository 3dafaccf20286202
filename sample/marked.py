from sample.output import Company


def write_marked(company: Company) -> None:
    return
