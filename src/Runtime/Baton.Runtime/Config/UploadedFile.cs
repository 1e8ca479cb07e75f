using System.Globalization;

namespace Baton.Config;

/// <summary>The contents of a file that a setting names.</summary>
static class UploadedFile
{
    const long Limit = 2 * 1024 * 1024;

    /// <exception cref="ConnectorException"><see cref="ErrorCode.InvalidArgument"/>: the file cannot be read, or is too large.</exception>
    public static byte[] Read(string setting, string path)
    {
        if (path.Length == 0)
            return [];
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > Limit)
                throw Fault($"file too large: {file.Length.ToString(CultureInfo.InvariantCulture)} bytes exceeds limit of {Limit.ToString(CultureInfo.InvariantCulture)} bytes");
            var contents = new byte[file.Length];
            file.ReadExactly(contents);
            return contents;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Fault($"the file cannot be read: {error.Message}", error);
        }

        ConnectorException Fault(string problem, Exception? cause = null) => new(ErrorCode.InvalidArgument, $"field {setting}: {problem}", cause);
    }
}
