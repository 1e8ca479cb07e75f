using Baton.Logging;

namespace Baton.Tasks.Tests;

/// <summary>Secrets that come and go are taken out of texts, and do not pile up.</summary>
public sealed class RedactorTests
{
    [Fact]
    public void The_last_ones_are_looked_for_and_lasting_ones_for_ever()
    {
        var redactor = new SecretRedactor();
        redactor.Add(["lasting"]);
        for (var i = 0; i < 5000; i++)
            redactor.AddPassing([$"token-{i:0000}", "again"]);
        Assert.Equal("[redacted] [redacted] [redacted]", redactor.Redact("lasting token-4999 again"));
        var first = 5000 - SecretRedactor.MostPassing + 1;
        Assert.Equal($"[redacted] token-{first - 2:0000}", redactor.Redact($"token-{first:0000} token-{first - 2:0000}"));
    }

    [Theory]
    [InlineData("p\"<w>", "it was {\"password\":\"p\\\"<w>\"}")]
    [InlineData("p\"<w>", "it was {\"password\":\"p\\u0022\\u003Cw\\u003E\"}")]
    [InlineData("a b&c", "it was ?password=a%20b%26c")]
    [InlineData("pin", "spinning is no secret")]
    public void All_usual_forms_are_known_and_short_values_left_alone(string secret, string text)
    {
        var redactor = new SecretRedactor();
        redactor.AddPassing([secret]);
        Assert.Equal(secret.Length >= 4, redactor.Redact(text) != text);
    }
}
