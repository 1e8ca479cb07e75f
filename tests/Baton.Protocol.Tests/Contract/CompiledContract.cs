using Google.Protobuf.Reflection;

namespace Baton.Protocol.Tests.Contract;

/// <summary>Compiled descriptors, written the way the table writes them.</summary>
public static class CompiledContract
{
    public static IEnumerable<WireRow> Rows(FileDescriptor file) =>
        file.MessageTypes.SelectMany(Message)
            .Concat(file.EnumTypes.SelectMany(Enum))
            .Concat(file.Services.SelectMany(Service));

    static IEnumerable<WireRow> Message(MessageDescriptor message) =>
        new[] { Row(message, "message", message.FullName) }
            .Concat(message.Fields.InDeclarationOrder().Select(Field))
            .Concat(message.NestedTypes.Where(nested => nested.GetOptions()?.MapEntry != true).SelectMany(Message))
            .Concat(message.EnumTypes.SelectMany(Enum));

    static WireRow Field(FieldDescriptor field) =>
        Row(field, "field", field.ContainingType.FullName) with
        {
            Number = $"{field.FieldNumber}",
            Name = field.Name,
            Label = Label(field),
            Type = Type(field),
            Oneof = field.RealContainingOneof?.Name ?? "",
        };

    static string Label(FieldDescriptor field) => field switch
    {
        { IsMap: true } => "map",
        { IsRepeated: true } => "repeated",
        { ContainingOneof.IsSynthetic: true } => "optional",
        _ => "",
    };

    static string Type(FieldDescriptor field) => field switch
    {
        { IsMap: true } => $"map<{Type(field.MessageType.FindFieldByNumber(1))},{Type(field.MessageType.FindFieldByNumber(2))}>",
        { FieldType: FieldType.Message } => field.MessageType.FullName,
        { FieldType: FieldType.Enum } => field.EnumType.FullName,
        _ => field.FieldType.ToString().ToLowerInvariant(),
    };

    static IEnumerable<WireRow> Enum(EnumDescriptor type) =>
        type.Values
            .Select(value => Row(value, "value", type.FullName) with { Number = $"{value.Number}", Name = value.Name })
            .Prepend(Row(type, "enum", type.FullName));

    static IEnumerable<WireRow> Service(ServiceDescriptor service) =>
        service.Methods
            .Select(method => Row(method, "rpc", service.FullName) with
            {
                Name = method.Name,
                Label = (method.IsClientStreaming ? "client-stream " : "") + (method.IsServerStreaming ? "server-stream" : ""),
                Type = $"{method.InputType.FullName} -> {method.OutputType.FullName}",
            })
            .Select(row => row with { Label = row.Label.Trim() })
            .Prepend(Row(service, "service", service.FullName));

    static WireRow Row(IDescriptor descriptor, string kind, string owner) => new(descriptor.File.Name, kind, owner, "", "", "", "", "");
}
