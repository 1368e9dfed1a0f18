"""Who is who, which claims tell of one event, which sources are independent."""
