using System.Text;
using Baton.Samples.Unix.Tests.Support;

namespace Baton.Samples.Unix.Tests.EndToEnd;

/// <summary>A host with a bit of everything that files of real hosts contain.</summary>
static class MadeUpHost
{
    public static TempRoot Write(TempRoot root) => root
        .File("/etc/hostname", "web1.example.com\n")
        .File("/etc/os-release", "PRETTY_NAME=\"Made-up 1\"\n")
        .File("/etc/login.defs", "UID_MIN 1000\nUID_MAX 60000\n")
        .File("/etc/shells", "/bin/sh\n/bin/bash\n")
        .File("/etc/passwd",
        [
            .. "# accounts\r\nroot:x:0:0:root:/root:/bin/bash\r\ntoor:x:0:0::/root:/bin/sh\n"u8,
            .. "daemon:x:1:1::/:/usr/sbin/nologin\nalice:x:1000:1000:Alice Ab,Room 1:/home/alice:/bin/bash\n"u8,
            .. "bob:x:1001:1001:Bob:/home/bob:/bin/bash\ncarol:x:1002:100:Jos"u8, 0xE9, .. ":/home/carol:/usr/bin/bash\n"u8,
            .. "dave:x:1003:4711::/home/dave:/bin/bash\nzo\u00eb:x:1004:100:\u6f22\u5b57:/home/zo\u00eb:/bin/sh\n"u8,
            .. "broken:x:many:1::/:/bin/sh\nalice:x:9:9::/:/bin/sh\n+nis::::::\nnobody:x:65534:65534::/:/usr/sbin/nologin"u8,
        ])
        .File("/etc/shadow", "root:*:20000::::::\ntoor:$6$x:20000::::::\nalice:$6$x:20000:0:99999:7:::\nbob:!$6$x:20000::::::\n" +
            "carol:$6$x:20000:::::19000:\ndave:$6$x:20000::::::\nzo\u00eb::20000::::::\ndaemon:*:20000::::::\nnobody:*:20000::::::\n")
        .File("/etc/group", "root:x:0:\ndaemon:x:1:\nalice:x:1000:\nbob:x:1001:\nusers:x:100:alice,carol\nwheel:x:10:alice,ghost\r\nops:x:20:bob,zo\u00eb\nnobody:x:65534:\n")
        .File("/etc/sudoers",
            """
            Defaults env_reset, \
                     badpass_message="no # no"
            User_Alias ADMINS = alice, %wheel
            Host_Alias DB = db1, db2
            Cmnd_Alias WEB = /usr/bin/systemctl restart nginx, \
                             /usr/bin/journalctl

            root    ALL=(ALL:ALL) ALL
            ADMINS  ALL=(ALL) NOPASSWD: ALL
            %ops, !bob  ALL=(www-data) WEB, !/usr/bin/journalctl -f
            #1003   DB=ALL
            bob ALL ALL
            zed     ALL=/bin/ls
            @includedir /etc/sudoers.d
            """)
        .File("/etc/sudoers.d/10-more", "%#20 web1 = NOEXEC: /bin/ls, \\\r\n  /bin/cat\r\nnonsense\r\n+net ALL=/bin/id\r\n")
        .File("/etc/sudoers.d/ignored.bak", "bob ALL=ALL\n")
        .File("/home/alice/.ssh/authorized_keys", $"# laptop\r\nfrom=\"10.0.0.0/8\",command=\"echo hi\" {SampleKeys.Ed25519} alice@laptop\r\nnot a key\r\n")
        .File("/home/bob/.ssh/authorized_keys2", $"{SampleKeys.Rsa3072} bob\n{SampleKeys.Ed25519} shared\n")
        .File("/home/zo\u00eb/.ssh/authorized_keys", Encoding.UTF8.GetBytes($"expiry-time=\"20300101Z\" {SampleKeys.Ecdsa256}\n"));
}
