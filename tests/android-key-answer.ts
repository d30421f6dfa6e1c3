/**
 * A forged registration answer in the format android-key, to the challenge of 43 times "A". Certificate and
 * key match, but the root certificate is self-made. The certificate names http://127.0.0.1:9/crl as its
 * revocation list: a verifier that downloads that list before it checks the root sends a request there.
 */
export const ANDROID_KEY_ANSWER = {
  id: "BwcHBwcHBwcHBwcHBwcHBw",
  clientDataJSON: [
    "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIiwiY2hhbGxlbmdlIjoiQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB",
    "QUFBQUFBQUFBQUFBQUFBQSIsIm9yaWdpbiI6Imh0dHBzOi8vbWFoZmF6YS5leGFtcGxlIiwiY3Jvc3NPcmlnaW4i",
    "OmZhbHNlfQ",
  ].join(""),
  attestationObject: [
    "o2NmbXRrYW5kcm9pZC1rZXlnYXR0U3RtdKNjYWxnJmNzaWdYRgEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB",
    "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQFjeDVjglkBmjCCAZYwggE8oAMCAQICAQIw",
    "CgYIKoZIzj0EAwIwHTEbMBkGA1UEAxMSQSByb290IG9mIG5vYm9keSdzMCAXDTIwMDEwMTAwMDAwMFoYDzIwOTkw",
    "MTAxMDAwMDAwWjAQMQ4wDAYDVQQDEwVBIGtleTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABMoEgo9Pz1IvgJFi",
    "Flml0ecoCYPd6ksrLOSIuk7fcoivIQox2mny7Ceqj4BOwD06YWmoP-yY1PsUEMuRivMVLS6jeDB2MCcGA1UdHwQg",
    "MB4wHKAaoBiGFmh0dHA6Ly8xMjcuMC4wLjE6OS9jcmwwSwYKKwYBBAHWeQIBEQQ9MDsCAQMKAQECAQQKAQEEIGYu",
    "bXqVzQl6uqxFkBWJudmafJ_hGoH7q9aS7HRFdyXyBAAwADAHv4U-AwIBADAKBggqhkjOPQQDAgNIADBFAiAKSzAt",
    "iJMxNsHbb_9YfdlDbEXvd8orBwgahBF6QgswGAIhAITPreofz0x1zSI-_62k8pnx1oaRki-fsHFmH-116bp3WQFj",
    "MIIBXzCCAQagAwIBAgIBATAKBggqhkjOPQQDAjAdMRswGQYDVQQDExJBIHJvb3Qgb2Ygbm9ib2R5J3MwIBcNMjAw",
    "MTAxMDAwMDAwWhgPMjA5OTAxMDEwMDAwMDBaMB0xGzAZBgNVBAMTEkEgcm9vdCBvZiBub2JvZHknczBZMBMGByqG",
    "SM49AgEGCCqGSM49AwEHA0IABD4Ln1Ns4KzIGQN4OFZY4AvVUoDzoy8q4581WbV-IYPdtg5Ups2uThpY3wPpE3Rg",
    "wQsIheI5ucTst-eftnNiYaSjNTAzMBIGA1UdEwEB_wQIMAYBAf8CAQEwHQYDVR0OBBYEFO9RoXZ3MkISomlkUBha",
    "-2snbUltMAoGCCqGSM49BAMCA0cAMEQCIEFOcFxNIL2TJ7Rf_vRxyNGNWbZM1QLHvT0gFNq6Tq9JAiBV6AyLMcJv",
    "FGn8-AGdz6P1ipF0GFDD4LbFfQTtNd7gtmhhdXRoRGF0YViUg0tBMImYhpv_0w1Sg3GZOsScl8vy6br4gq-rPalc",
    "2yxFAAAAAQAAAAAAAAAAAAAAAAAAAAAAEAcHBwcHBwcHBwcHBwcHBwelAQIDJiABIVggygSCj0_PUi-AkWIWWaXR",
    "5ygJg93qSyss5Ii6Tt9yiK8iWCAhCjHaafLsJ6qPgE7APTphaag_7JjU-xQQy5GK8xUtLg",
  ].join(""),
};
