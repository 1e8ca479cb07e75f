namespace Baton.C1ZTool;

/// <summary>Takes the rows of a flat file one by one.</summary>
interface IRowWriter : IAsyncDisposable
{
    ValueTask WriteAsync(IReadOnlyList<string> cells);
}
