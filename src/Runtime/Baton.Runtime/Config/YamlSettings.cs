using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Baton.Config;

/// <summary>
/// Reads the settings of a YAML file: one mapping from names to values or lists of values. Works on parser events, so that neither
/// deep nesting nor repeated references cost more than the text itself.
/// </summary>
sealed class YamlSettings(string path, string text)
{
    const int MaxDepth = 50;

    readonly Parser _parser = new(new StringReader(text));
    readonly Dictionary<AnchorName, RawValue?> _anchors = [];

    /// <summary>The keys in their order, with line and value; a null value is a key without one.</summary>
    /// <exception cref="YamlException">The text is not such a file.</exception>
    public IEnumerable<(string Key, long Line, RawValue? Value)> Read()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
            yield break;
        if (_parser.TryConsume<Scalar>(out var only) && !IsNull(only))
            throw Fault(only, "expected lines of the form \"name: value\"");
        if (only is null)
        {
            var mapping = Take<MappingStart>("expected lines of the form \"name: value\"");
            if (!mapping.Anchor.IsEmpty)
                throw Fault(mapping, "an anchor on the whole file is not supported");
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            while (!_parser.TryConsume<MappingEnd>(out _))
            {
                var key = Take<Scalar>("expected a name");
                if (!seen.Add(key.Value))
                    throw Fault(key, $"the name {Cli.Quoted.Of(key.Value)} is given twice");
                yield return (key.Value, key.Start.Line, ReadValue(key.Start.Line));
            }
        }
        _parser.Consume<DocumentEnd>();
        if (_parser.Current is DocumentStart second)
            throw Fault(second, "there is a second document; only one is read");
    }

    RawValue? ReadValue(long line)
    {
        var origin = $"{path}:{line}";
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return _anchors.TryGetValue(alias.Value, out var value)
                ? value is null ? null : value with { Origin = origin }
                : throw Fault(alias, "a reference to something that is not defined before it");
        }
        if (_parser.TryConsume<Scalar>(out var scalar))
            return Remember(scalar, IsNull(scalar) ? null : new RawValue([scalar.Value], origin, RawKind.Text));
        if (_parser.TryConsume<SequenceStart>(out var start))
            return Remember(start, ReadElements(origin));
        var mapping = Take<MappingStart>("expected a value");
        return Remember(mapping, ReadPairs(origin));
    }

    RawValue ReadPairs(string origin)
    {
        var pairs = new List<string>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (_parser.TryConsume<Scalar>(out var name) && _parser.TryConsume<Scalar>(out var value))
            {
                pairs.Add($"{name.Value}={(IsNull(value) ? "" : value.Value)}");
                continue;
            }
            SkipTo(depth: 1);
            return new RawValue([], origin, RawKind.Structure);
        }
        return new RawValue(pairs, origin, RawKind.Pairs);
    }

    RawValue ReadElements(string origin)
    {
        var elements = new List<string>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            if (_parser.TryConsume<Scalar>(out var element))
            {
                elements.Add(element.Value);
            }
            else if (_parser.TryConsume<AnchorAlias>(out var alias))
            {
                if (_anchors.GetValueOrDefault(alias.Value) is not { Kind: RawKind.Text } value)
                    throw Fault(alias, "expected a reference to a single value");
                elements.Add(value.Texts[0]);
            }
            else
            {
                _parser.MoveNext();
                SkipTo(depth: 2);
                return new RawValue([], origin, RawKind.Structure);
            }
        }
        return new RawValue(elements, origin, RawKind.Elements);
    }

    /// <summary>Skips the rest of what is open.</summary>
    void SkipTo(int depth)
    {
        while (depth > 0)
        {
            if (depth > MaxDepth)
                throw Fault(_parser.Current!, "nested too deeply");
            depth += _parser.Current!.NestingIncrease;
            _parser.MoveNext();
        }
    }

    RawValue? Remember(NodeEvent node, RawValue? value)
    {
        if (!node.Anchor.IsEmpty)
            _anchors[node.Anchor] = value;
        return value;
    }

    T Take<T>(string expectation) where T : ParsingEvent =>
        _parser.TryConsume<T>(out var found) ? found : throw Fault(_parser.Current!, expectation);

    static bool IsNull(Scalar scalar) =>
        scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty && scalar.Value is "" or "~" or "null" or "Null" or "NULL";

    static YamlException Fault(ParsingEvent at, string problem) => new(at.Start, at.End, problem);
}
