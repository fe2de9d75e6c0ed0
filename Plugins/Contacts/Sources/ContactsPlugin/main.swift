import Contacts
import PostilPlugins

PluginMain.run(ContactAnnotator())
