using System.Text;
using Baton.Cli;
using Baton.CompilerServices;
using Baton.Logging;

namespace Baton.Config;

/// <summary>The connector's own settings as generated code asks for them.</summary>
sealed class FieldValues(IEnumerable<Flag> flags, Settings settings, SecretRedactor redactor) : ConfigValues
{
    /// <summary>Larger files are no keys, and nobody quotes them.</summary>
    const int LargestText = 64 << 10;

    readonly Dictionary<string, Flag> _flags = flags.ToDictionary(static f => f.Name, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool TryGet(string name, out object value)
    {
        value = "";
        if (!_flags.TryGetValue(name, out var flag) || settings.Given(name) is not { } given)
            return false;
        var needsText = flag.Kind == ConfigFieldKind.Uri || flag.Field.Allowed.Count > 0;
        if (needsText && given is "")
            return false; // an empty text is no address and no choice: the default applies
        value = flag.Kind switch
        {
            ConfigFieldKind.Uri => new Uri((string)given, UriKind.Absolute),
            ConfigFieldKind.File => ReadFile(flag, (string)given),
            _ => given,
        };
        return true;
    }

    byte[] ReadFile(Flag flag, string path)
    {
        var contents = UploadedFile.Read(flag.Name, path);
        if (flag.Field.Secret && contents.Length <= LargestText)
            redactor.Add([Encoding.UTF8.GetString(contents)]);
        return contents;
    }
}
