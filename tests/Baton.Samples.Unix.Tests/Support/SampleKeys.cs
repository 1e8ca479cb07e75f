namespace Baton.Samples.Unix.Tests.Support;

/// <summary>Public keys made for these tests, with what <c>ssh-keygen -l</c> printed for them.</summary>
static class SampleKeys
{
    public const string Ecdsa256 = "ecdsa-sha2-nistp256 " +
        "AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBLEXBjeY/i49ehk9Mia8mfF4RGT8bZinPz6UyEwYcHWAQS6fsn8qL4jmmq" +
        "YaEPFr+Pef93IX1H4Fo/1q4W3R9yE=";

    public const string Ecdsa256Fingerprint = "SHA256:D1ZTKxv6U9kSFMMqxrgSSBkXPUteB0XWrcRBe3WcCiY";

    public const string Ecdsa384 = "ecdsa-sha2-nistp384 " +
        "AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBNi/cPhSgnJnx6KcTnYrt5565H2HCC3qpMByMHTxhN0gjMsZ8ra1ydHzop" +
        "hnAsr/5Pn2qpM++BKl0abCxM0PULaQDIMkoPJT4YlqrtqgaCgjER/82btLyl8tAYrvNlsbQw==";

    public const string Ecdsa384Fingerprint = "SHA256:Y6pSMDbXO/0Ec6/4O5ILpssdDOhRhvV2i+cLvfha/m8";

    public const string Ecdsa521 = "ecdsa-sha2-nistp521 " +
        "AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBAHMFCOZ+jiSlST0mNth6Hx0Xg9CgYF0lf6Gxm0dwEXKbpHrfC8vWmJL9x" +
        "Sp1GjZ19O1nvP/phQqPt5CV3ELqmHUkQAAESvPA9VkqYRCk1gCWRt1aM8N0CkAOov5RWUXgKv/KoReYSOrJb1RMNkVQAYusD39hYI1cadGQFrA" +
        "Lp65hj1UfA==";

    public const string Ecdsa521Fingerprint = "SHA256:Ns+P74DRGm8Uq3dZItkBL4EZ5JLlceSNm4cOhN0HiBg";

    public const string Ed25519 = "ssh-ed25519 " +
        "AAAAC3NzaC1lZDI1NTE5AAAAILxLy1DeXwFkCs3QcXPbKVh2tckjddbQNCl89+mkLQE3";

    public const string Ed25519Fingerprint = "SHA256:KWFK7DhOYO0qKruXqvqsnrguMOU6vOzS3vIA8iP3b2Q";

    public const string Rsa2048 = "ssh-rsa " +
        "AAAAB3NzaC1yc2EAAAADAQABAAABAQDeeVUnwGBQUiIbNz/Z7AH2n5U6jbEFOHrbBtqVvKxITjcA6kIJBOZLnr3ARqAzfyGtxjNVM2zJwNZzfo" +
        "lor8K7yVs6rd+LxMfkinTzzCfSwoN4opY+tYvsgrVrpkucgZHoE6EXPlf1eeRfK+uf80ZUIHNKxIj5ezkLyY5fNcxPP3BkQYEmLIN5kN8CJIhD" +
        "u9cRRKcusTuPcZUMU6auTWbf0T3hcAFZV+5Td2mywistkTr3z2CaqCUFeFBvD9PWTM9F7A4u09Nn3PiONIMqryzRx+r7zA3/acOYJSDZX9fSbT" +
        "0PD8f2xhGukHJp/2Ekozt2U0yNzRJWkl9I/l6HAYgP";

    public const string Rsa2048Fingerprint = "SHA256:/j8ZwHaGIfwAivwqWCUs+zWWqcM8Sq7SPpDftj4JY94";

    public const string Rsa3072 = "ssh-rsa " +
        "AAAAB3NzaC1yc2EAAAADAQABAAABgQDWMHozJEYNF1C1s80Y/ifPXcAEl00aHjzVFY9yY1dHb7kmUXONjCpf9Z/2uMlm+ABdy3BKVsapaAaU7W" +
        "CMIp2Jgha/g9gDpHiVhQcQj0RfH+YDIXMnFKSNWcy99lTuXzP5Zl3qZPOXF2gAADnrMahK8HTgBC3hR6iFVKGRDiLr9L8ELbXOF5UC1qEtocod" +
        "p+sWsJA/+RHT/RdZiFQi+ACNea2SThaW9mA2dfavHMwsJtNk10ewFfUgJ5RK1PeY6+aZ+VjGdIWsDT+ulLmvKuw4gFm2/RFcECIsJjW7M6GQ9I" +
        "/OivdqO7/zq9MuzJFSxI0jrjQrX2sHf5ov3zxyN13fvggfV2GWrbA3r11Qo8XQS4uton49L9sh6LRGUJQBdkayiZQEn3nc8qhUs6N2OVfzkyos" +
        "jEtZfN4oxp/NJG7tJ0OP+5WfNBbXYAXLQ6M9sscx+Gx9lWk8yMYe7eSUqQxzqGbdfHWrAr7+GVjCKpGHPAsOQCb6wqahYKC1v5nwpiE=";

    public const string Rsa3072Fingerprint = "SHA256:DjhvS09Pw7a5dc9Stg6IlKRsvsYy9hvO+TVNobgZprY";
}
