using System.Text.Json;

namespace Baton.C1ZTool;

/// <summary>How rows of one kind are shown.</summary>
/// <param name="Name">The member that holds them in JSON.</param>
/// <param name="Columns">The head of the table.</param>
/// <param name="Cells">The cells of a row.</param>
/// <param name="Json">Writes a row as a JSON value.</param>
sealed record Listing<T>(string Name, string[] Columns, Func<T, string[]> Cells, Action<Utf8JsonWriter, T> Json);
