using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Baton.Logging;

namespace Baton.Health;

/// <summary>How the service is, as JSON.</summary>
/// <param name="validate">The connector's own check.</param>
/// <param name="redactor">Takes secrets out of its failures.</param>
/// <param name="time">The clock.</param>
sealed class HealthChecks(Func<CancellationToken, Task> validate, SecretRedactor redactor, TimeProvider time)
{
    static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    /// <summary>The answer to a path; null when there is none.</summary>
    public async Task<HealthAnswer?> AnswerAsync(string path, CancellationToken cancellationToken) => path switch
    {
        "/health" => await ValidateAsync(cancellationToken).ConfigureAwait(false),
        // Requests are answered from the moment that C1 knows the connector.
        "/ready" => Answer(200, "ready", null),
        "/live" => Answer(200, "alive", null),
        _ => null,
    };

    async Task<HealthAnswer> ValidateAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeLimit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await validate(both.Token).WaitAsync(both.Token).ConfigureAwait(false);
            return Answer(200, "healthy", null);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return Answer(503, "unhealthy", $"the connector did not answer within {TimeLimit.TotalSeconds} s");
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return Answer(503, "unhealthy", redactor.Redact(e.Message));
        }
    }

    HealthAnswer Answer(int status, string text, string? error)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("status"u8, text);
            json.WriteString("timestamp"u8, time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            if (error is not null)
            {
                json.WriteStartObject("details"u8);
                json.WriteString("error"u8, "validation failed");
                json.WriteString("validation_error"u8, error);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        return new(status, buffer.WrittenSpan.ToArray());
    }
}

/// <summary>An answer of HTTP.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Json">Its body.</param>
sealed record HealthAnswer(int Status, byte[] Json);
