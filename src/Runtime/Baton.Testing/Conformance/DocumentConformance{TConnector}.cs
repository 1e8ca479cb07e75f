using System.Text.Json;
using Baton.CompilerServices;

namespace Baton.Testing;

/// <summary>The documents that C1 reads about a connector.</summary>
sealed class DocumentConformance<TConnector>(ConformanceRuns<TConnector> runs)
    where TConnector : IConnector
{
    public async Task DocumentsAsync(CancellationToken cancellationToken)
    {
        foreach (var document in (string[])["capabilities", "config"])
        {
            var run = await runs.PrintAsync(document, cancellationToken).ConfigureAwait(false);
            run.ShouldSucceed();
            try
            {
                using var parsed = JsonDocument.Parse(run.Output);
            }
            catch (JsonException e)
            {
                throw new ConnectorAssertionException($"What {document} prints is not JSON: {e.Message}");
            }
        }
    }
}
