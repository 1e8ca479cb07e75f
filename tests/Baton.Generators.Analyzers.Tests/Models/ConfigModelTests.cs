using System.Collections;
using Baton.Generators.Analyzers.Tests.Support;
using Baton.Generators.Models;
using Baton.Generators.Parsing;

namespace Baton.Generators.Analyzers.Tests.Models;

public sealed class ConfigModelTests
{
    [Fact]
    public void Settings_have_names_kinds_and_defaults()
    {
        var config = Parsed.Corpus("Settings").Configs["Acme.Settings.SettingsConfig"];
        Assert.Equal(
            [
                ("Tenant", "tenant", FieldKind.String, "string", null),
                ("ApiKey", "api-key", FieldKind.String, "string", null),
                ("Password", "service-account-password", FieldKind.String, "string", null),
                ("Region", "region", FieldKind.String, "string", "eu-west"),
                ("VerifyTls", "verify-tls", FieldKind.Bool, "bool", "true"),
                ("PageSize", "page-size", FieldKind.Int, "int", "100"),
                ("MaxBytes", "max-bytes", FieldKind.Long, "long", "1099511627776"),
                ("Mode", "mode", FieldKind.Enum, "global::Acme.Settings.Mode", "full-control"),
                ("OtherMode", "other-mode", FieldKind.Enum, "global::Acme.Settings.Mode", null),
                ("Domains", "domains", FieldKind.StringArray, "string[]", "acme.example,\"a,b\""),
                ("Exclude", "exclude", FieldKind.StringList, "global::System.Collections.Generic.IReadOnlyList<string>", ""),
                ("Proxy", "proxy", FieldKind.Uri, "global::System.Uri", null),
                ("TokenUrl", "token-url", FieldKind.Uri, "global::System.Uri", "https://login.acme.example/token"),
                ("PasswordPolicy", "password-policy", FieldKind.String, "string", null),
            ],
            config.Fields.Select(static setting => (setting.Property, setting.Name, setting.Kind, setting.Type, setting.Default)));
        Assert.Equal(["Tenant", "ApiKey"], config.Fields.Where(static setting => setting.Required).Select(static setting => setting.Property));
        Assert.Equal(["ApiKey", "Password"], config.Fields.Where(static setting => setting.Secret).Select(static setting => setting.Property));
        Assert.Equal(["Mode"], config.Fields.Where(static setting => setting.Hidden).Select(static setting => setting.Property));
        Assert.Equal(('r', "eu-west"), config.Fields.Where(static setting => setting.ShortHand != '\0').Select(static setting => (setting.ShortHand, setting.Placeholder)).Single());
        Assert.Equal([("ReadOnly", "read-only"), ("FullControl", "full-control")], config.Fields[7].EnumMembers.Select(static member => (member.Member, member.Text)));
    }

    [Theory]
    [InlineData("string? Value", "null", null)]
    [InlineData("string? Value", "\"\"", "")]
    [InlineData("string Value", "nameof(String)", "String")]
    [InlineData("int Value", "-5", "-5")]
    [InlineData("int Value", "int.Parse(\"5\")", null)]
    [InlineData("bool? Value", "false", "false")]
    [InlineData("Uri? Value", "null", null)]
    [InlineData("Uri Value", "new(\"https://acme.example\", UriKind.Absolute)", null)]
    [InlineData("string[] Value", "[]", "")]
    [InlineData("string[] Value", "{ \"a\", \"b\" }", "a,b")]
    [InlineData("string[] Value", "new[] { \"a\" }", "a")]
    [InlineData("string[] Value", "new string[] { \"a\", \"\" }", "a,\"\"")]
    [InlineData("string[] Value", "new string[2]", null)]
    [InlineData("IReadOnlyList<string> Value", "[\"say \\\"hi\\\"\"]", "\"say \"\"hi\"\"\"")]
    [InlineData("IReadOnlyList<string> Value", "[.. Environment.GetCommandLineArgs()]", null)]
    [InlineData("IReadOnlyList<string> Value", "[Environment.MachineName]", null)]
    [InlineData("DayOfWeek Value", "DayOfWeek.Sunday", "sunday")]
    [InlineData("DayOfWeek? Value", "DayOfWeek.Friday", "friday")]
    [InlineData("DayOfWeek Value", "(DayOfWeek)9", null)]
    public void Constants_in_initializers_are_defaults(string property, string initializer, string? expected)
    {
        var (type, name) = (property.Split(' ')[0], property.Split(' ')[1]);
        var config = Parsed.Source($$"""
            [ConnectorConfig]
            public sealed partial record Settings
            {
                [Field]
                public {{type}} {{name}} { get; init; } = {{initializer}};
            }
            """).Configs["Settings"];
        Assert.Equal(expected, config.Fields[0].Default);
    }

    [Fact]
    public void Keywords_are_escaped_in_code_and_plain_on_the_command_line()
    {
        var config = Parsed.Corpus("Keywords").Configs["Acme.class.event.record"];
        Assert.Equal(
            [("@return", "return", "string", null), ("@default", "default", "global::Acme.@class.@event.@enum", "new")],
            config.Fields.Select(static setting => (setting.Property, setting.Name, setting.Type, setting.Default)));
        Assert.Equal([("@new", "new"), ("@static", "static")], config.Fields[1].EnumMembers.Select(static member => (member.Member, member.Text)));
    }

    [Fact]
    public void Every_flag_of_the_runtime_is_known()
    {
        var table = typeof(ConnectorHost).Assembly.GetType("Baton.Cli.DefaultFlags", throwOnError: true)!.GetProperty("All")!.GetValue(null);
        var names = ((IEnumerable)table!).Cast<object>().Select(static flag => (string)flag.GetType().GetProperty("Name")!.GetValue(flag)!).ToList();
        Assert.NotEmpty(names);
        Assert.All(names, static name => Assert.NotNull(SdkFlags.Owner(name)));
    }
}
