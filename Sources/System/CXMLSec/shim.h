/* Empty on purpose. libxml2's headers include ICU's, whose names clash with those of Foundation's own ICU, so Swift
   cannot import them beside Foundation. This target carries the flags; XMLSecurity is the narrow way in. */
