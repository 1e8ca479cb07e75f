using System.Globalization;
using Baton.C1Z;

namespace Baton.C1ZTool.Explorer;

/// <summary>One request of the page for data: what its parameters say.</summary>
sealed class Question(HttpRequest request, ShownSync sync, CancellationToken cancellationToken)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    public SyncView View => sync.View;

    public SyncDetails Details => sync.Details;

    public CancellationToken Cancel => cancellationToken;

    /// <summary>A parameter; null when it is not there or empty.</summary>
    public string? Find(string name) => request.Query.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    public string Required(string name) => Find(name) ?? throw new ToolException($"{name} is missing");

    /// <summary>The resource that <c>type</c> and <c>id</c> name.</summary>
    public ResourceKey Key => new(Required("type"), Required("id"));

    /// <summary>Where the page begins.</summary>
    public long? From => Find("from") is not { } text ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var from) ? from
        : throw new ToolException("from is no number");

    /// <summary>How many rows come before the page.</summary>
    public int Skip => (int)Math.Clamp(From ?? 0, 0, int.MaxValue - PageSize);
}
