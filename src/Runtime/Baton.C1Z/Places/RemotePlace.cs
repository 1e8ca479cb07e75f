namespace Baton.C1Z;

/// <summary>An address: its content is copied to a private folder, and from there to the address.</summary>
sealed class RemotePlace : C1ZPlace
{
    readonly RemoteStore _store;
    readonly TempFolder _folder;
    string? _version;
    bool _isOvertaken;

    RemotePlace(string address, RemoteStore store, TempFolder folder) : base(address, System.IO.Path.Combine(folder.Path, "remote.c1z"))
    {
        _store = store;
        _folder = folder;
    }

    public override string Identity => Name;

    public override string State => _version ?? "none";

    public override bool IsOvertaken => _isOvertaken;

    /// <summary>Copies what is there; for writing, where nothing is there either.</summary>
    public static async ValueTask<C1ZPlace> OpenAsync(string address, C1ZOptions options, bool isWritten, CancellationToken cancellationToken)
    {
        var store = RemoteStore.For(address);
        var place = new RemotePlace(address, store, TempFolder.Create(options.TempDirectory));
        try
        {
            if (isWritten)
                await store.CheckWritableAsync(address, cancellationToken).ConfigureAwait(false);
            place._version = await store.FetchAsync(address, place.Path, options.MaxDecodedBytes, cancellationToken).ConfigureAwait(false);
            return isWritten || place._version is not null ? place : throw new C1ZException(C1ZError.NotFound, $"there is no file {address}");
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    public override async Task PublishAsync(CancellationToken cancellationToken)
    {
        var version = await _store.ReplaceAsync(Name, Path, _version, cancellationToken).ConfigureAwait(false);
        _isOvertaken = version is null;
        _version = version ?? throw new C1ZException(
            C1ZError.Conflict,
            $"{Name} was replaced by somebody else while this program worked on it, and stays as it is now; let only one program at a time write it, "
                + "and run again");
    }

    public override void Dispose() => _folder.Dispose();
}
