FROM agreement
