using Baton.Runtime.Tests.Cli;

namespace Baton.Runtime.Tests.Config;

public sealed class YamlTests
{
    [Theory]
    [InlineData("")]
    [InlineData("---\n")]
    [InlineData("# nothing\n")]
    [InlineData("null\n")]
    [InlineData("{}\n")]
    [InlineData("api-token:\n")]
    [InlineData("api-token: ~\n")]
    [InlineData("api-token: null\n")]
    public async Task Nothing_is_given_by_an_empty_file_or_value(string text)
    {
        using var lab = new Lab().Write(".baton.yaml", text);
        Assert.Equal(2, await lab.RunAsync());
        Assert.Equal("required flag(s) \"api-token\" not set\n", lab.Error);
    }

    [Theory]
    [InlineData("api-token: abc", "abc")]
    [InlineData("API-Token: abc", "abc")]
    [InlineData("\"api-token\": 'null'", "null")]
    [InlineData("api-token: 0123", "0123")]
    [InlineData("api-token: |\n  two\n  lines\n", "two\nlines\n")]
    [InlineData("--- {api-token: abc}", "abc")]
    [InlineData("\ufeffapi-token: abc", "abc")]
    [InlineData("api-token: abc\r\npage-size: 3\r\n", "abc")]
    [InlineData("base-url: &u https://a.test\napi-token: *u", "https://a.test")]
    [InlineData("api-token: ünïcode ☃", "ünïcode ☃")]
    public async Task Values_are_taken_as_they_are_written(string text, string expected)
    {
        using var lab = new Lab().Write(".baton.yaml", text);
        await lab.RunAsync();
        Assert.Equal(expected, lab.Values.Require<string>("api-token"));
    }

    [Theory]
    [InlineData("orgs: [a, 'b,c', 1]", "a|b,c|1")]
    [InlineData("orgs:\n- a\n- b\n", "a|b")]
    [InlineData("orgs: a,b", "a|b")]
    [InlineData("orgs: []", "")]
    [InlineData("region: &r us\norgs: [*r, x]", "us|x")]
    [InlineData("orgs: &o [a]", "a")]
    public async Task Lists_have_several_forms(string text, string expected)
    {
        using var lab = new Lab().Write(".baton.yaml", text);
        await lab.RunAsync("--api-token=x");
        Assert.Equal(expected, string.Join('|', lab.Values.Require<string[]>("orgs")));
    }

    [Theory]
    [InlineData("page-size: [1]", "* 'page-size' expected a single value, got something else (.baton.yaml:1)")]
    [InlineData("page-size: {a: 1}", "* 'page-size' expected a single value, got something else (.baton.yaml:1)")]
    [InlineData("\norgs: {a: {b: [c]}}\nregion: us", "* 'orgs' expected a list of values, got something else (.baton.yaml:2)")]
    [InlineData("orgs: [[a], b]\nregion: us", "* 'orgs' expected a list of values, got something else (.baton.yaml:1)")]
    [InlineData("page-size: many", "* cannot parse 'page-size' as int: strconv.ParseInt: parsing \"many\": invalid syntax (.baton.yaml:1)")]
    [InlineData("verify-tls: yes", "* cannot parse 'verify-tls' as bool: strconv.ParseBool: parsing \"yes\": invalid syntax (.baton.yaml:1)")]
    public async Task A_value_of_the_wrong_kind_is_named_with_its_line(string text, string expected)
    {
        using var lab = new Lab().Write(".baton.yaml", text);
        Assert.Equal(2, await lab.RunAsync("--api-token=x"));
        Assert.Equal($"failed to make configuration: failed to unmarshal config: 1 error(s) decoding:\n\n{expected}\n", lab.Error);
    }

    [Theory]
    [InlineData("api-token: [a", "2|1:15")]
    [InlineData("a: b: c", "1:")]
    [InlineData("api-token: x\napi-token: y", "2:1: the name \"api-token\" is given twice")]
    [InlineData("- a\n- b", "1:1: expected lines of the form \"name: value\"")]
    [InlineData("just text", "1:1: expected lines of the form \"name: value\"")]
    [InlineData("api-token: x\n---\napi-token: y", "2:1: there is a second document")]
    [InlineData("api-token: *nowhere", "1:12: a reference to something that is not defined")]
    [InlineData("orgs: [*nowhere]", "1:8: expected a reference to a single value")]
    [InlineData("? [a, b]\n: c", "1:3: expected a name")]
    [InlineData("api-token: \"\\q\"", "1:")]
    [InlineData("api-token: x\n  region: us", "2:")]
    [InlineData("%YAML 9.9\n---\na: b", "1:1")]
    public async Task A_file_that_cannot_be_understood_ends_the_program(string text, string expected)
    {
        using var lab = new Lab().Write(".baton.yaml", text);
        Assert.Equal(2, await lab.RunAsync("--api-token=x"));
        Assert.Matches($"^config file \\.baton\\.yaml:({System.Text.RegularExpressions.Regex.Escape(expected).Replace(@"\|", "|", StringComparison.Ordinal)}).*; correct the file or remove it\n$", lab.Error);
        Assert.Null(lab.Manifest.Values);
    }

    [Fact]
    public async Task Deep_nesting_costs_nothing()
    {
        using var lab = new Lab().Write(".baton.yaml", "orgs: " + new string('[', 200_000));
        Assert.Equal(2, await lab.RunAsync("--api-token=x"));
        Assert.StartsWith("config file .baton.yaml:1:58: nested too deeply", lab.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_file_is_refused()
    {
        using var lab = new Lab().Write(".baton.yaml", "# " + new string('x', 1 << 20));
        Assert.Equal(2, await lab.RunAsync("--api-token=x"));
        Assert.StartsWith("config file .baton.yaml is larger than 1 MiB", lab.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_in_its_place_is_an_error()
    {
        using var lab = new Lab();
        Directory.CreateDirectory(lab.PathOf(".baton.yaml"));
        Assert.Equal(2, await lab.RunAsync("--api-token=x"));
        Assert.StartsWith("config file .baton.yaml cannot be read (", lab.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_key_is_a_warning_with_the_likely_name()
    {
        using var lab = new Lab().Write(".baton.yaml", "api_token: s3cr3t-value\n\nzebra:\n  a: [1, {b: c}]\nregion: eu\n");
        Assert.Equal(2, await lab.RunAsync());
        Assert.Equal(
            "warning: .baton.yaml:1: unknown key \"api_token\" is ignored; did you mean \"api-token\"?\n" +
            "warning: .baton.yaml:3: unknown key \"zebra\" is ignored\n" +
            "required flag(s) \"api-token\" not set\n", lab.Error);
    }

    [Theory]
    [InlineData("conf.yaml")]
    [InlineData("conf.yml")]
    public async Task A_variable_names_another_file(string name)
    {
        using var lab = new Lab().Set("BATON_CONFIG_PATH", name).Write(name, "api-token: abc").Write(".baton.yaml", "region: eu");
        await lab.RunAsync();
        Assert.Equal("abc", lab.Values.Require<string>("api-token"));
        Assert.False(lab.Values.TryGet("region", out object _));
    }

    [Fact]
    public async Task The_extension_must_be_that_of_yaml()
    {
        using var lab = new Lab().Set("BATON_CONFIG_PATH", "conf.json").Write("conf.json", "{}");
        Assert.Equal(2, await lab.RunAsync("--api-token=x"));
        Assert.Equal("expected config file to have .yaml or .yml extension\n", lab.Error);
    }

    [Fact]
    public async Task A_named_file_that_is_missing_is_a_warning()
    {
        using var lab = new Lab().Set("BATON_CONFIG_PATH", "conf.yaml");
        await lab.RunAsync("--api-token=x");
        Assert.Contains("config file conf.yaml, which BATON_CONFIG_PATH names, does not exist", lab.Error, StringComparison.Ordinal);
        Assert.NotNull(lab.Manifest.Values);
    }
}
