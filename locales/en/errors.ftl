# Common refusals
error-refused = This cannot be done.
error-forbidden = Your role does not allow this. /menu shows what it does.
error-not-found = There is no such thing, or it does not belong to your cluster.
error-stale = This screen is out of date. Here is how it is now.
error-consent-required = Consent to data processing is needed first. Send /start.
error-invalid = This answer does not fit. Please look at what is asked and try again.
error-too-long = Too long: up to { $limit } { $limit ->
    [one] character
   *[other] characters
 }, { $over } too many.
